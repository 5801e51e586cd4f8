"""From columns of text to posts and daily figures. Knows the records, not the formats.

Where to look:

- a table: `columns` (by our own names), `rows` (which stay, and why the others do not), `noise`, `networks` (parts);
- a cell: `counts`, `decimals`, `shares`, `flags`, `patterns`, `accents`, `markup` (HTML), `post_types`;
- a moment: `times`, and what files do to it: `resaved`, `zones`, `months`, `written_days`, `yearless`;
- an id: `ids`, `id_times` (the moment inside it), `links` (what a link tells);
- a document (JSON, XML): `documents`; whose messages are in it: `conversations`;
- a batch: `of_columns` (posts and comments), `days`, `site_days`, `audience`, `not_loaded`; `merging` joins two;
- a cross-check: `ids`, `totals`, `named_range`;
- what the exports of one tool share: the module that is named after it (`meta_headers`, `ga4_preamble`, ...).
"""
