"""What may be worth a sentence on the first page. One module per kind; `metrics.findings` puts them in order."""
