"""What citizens write: language, tone and topics of texts, measured without a connection to anywhere."""
