"""What is around the pages: the document that carries them, its language and title, and the security headers."""
