window.YTD.tweet.part0 = [
  {
    "retweeted": false,
    "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
    "entities": {
      "hashtags": [],
      "symbols": [],
      "user_mentions": [],
      "urls": []
    },
    "display_text_range": [
      "0",
      "39"
    ],
    "favorite_count": "31",
    "id_str": "992463868523446273",
    "truncated": false,
    "retweet_count": "14",
    "id": "992463868523446273",
    "created_at": "Fri May 04 18:00:00 +0000 2018",
    "favorited": false,
    "full_text": "Om 20.00 uur zijn we twee minuten stil.",
    "lang": "nl"
  },
  {
    "retweeted": false,
    "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
    "entities": {
      "hashtags": [],
      "symbols": [],
      "user_mentions": [],
      "urls": []
    },
    "display_text_range": [
      "0",
      "42"
    ],
    "favorite_count": "0",
    "id_str": "992000859304886273",
    "truncated": false,
    "retweet_count": "0",
    "id": "992000859304886273",
    "created_at": "Thu May 03 11:20:10 +0000 2018",
    "favorited": false,
    "full_text": "@ander_account Zie de agenda op onze site.",
    "lang": "nl",
    "in_reply_to_user_id_str": "990000004",
    "in_reply_to_screen_name": "ander_account"
  }
]