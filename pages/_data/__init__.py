"""The steps of the Data page, one file each: choose files, check them, say whose they are, load, look back."""
