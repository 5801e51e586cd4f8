"""Where the definitions come from: author, year and title, as the Methods page shows them."""

BONSON_RATKAI = (
    "Bonsón & Ratkai (2013), A set of metrics to assess stakeholder engagement and social legitimacy on a corporate "
    "Facebook page"
)
KAUSHIK = "Kaushik (2011), Best social media metrics: conversation, amplification, applause, economic value"
FEDERAL = "US General Services Administration (2013), Federal social media metrics"
RIVAL_IQ = "Rival IQ (help page, read in 2026), How engagement rate is calculated"
FANPAGE_KARMA = "Fanpage Karma (help page, read in 2026), Dictionary of key figures"
MATOMO = "Matomo (help page, read in 2026), Glossary of metrics"
DECIDIM = "Decidim (documentation of its API, read in 2026)"
KAPLAN_MEIER = "Kaplan & Meier (1958), Nonparametric estimation from incomplete observations"
SPOTLER = "Spotler (help page, read in 2026), Webcare statistics: service level"
MERGEL = "Mergel (2013), A framework for interpreting social media interactions in the public sector"
TOPIC_SHARE = "Hopkins & King (2010), A method of automated nonparametric content analysis for social science"
