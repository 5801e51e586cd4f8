window.YTD.tweets.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1582997796418486273"
          ],
          "editableUntil": "2022-10-19T21:07:25.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
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
        "101"
      ],
      "favorite_count": "12",
      "id_str": "1582997796418486273",
      "truncated": false,
      "retweet_count": "5",
      "id": "1582997796418486273",
      "created_at": "Thu Oct 20 07:31:00 +0000 2022",
      "favorited": false,
      "full_text": "De Kade is dicht van 21 t/m 25 oktober &amp; fietsers rijden om via de Brink.\n\nMeer: https://t.co/abc",
      "lang": "nl",
      "extended_entities": {
        "media": [
          {
            "type": "photo",
            "media_url_https": "https://pbs.twimg.com/media/x.jpg",
            "id_str": "1"
          }
        ]
      }
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1582825767039926273"
          ],
          "editableUntil": "2022-10-19T21:07:25.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
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
        "52"
      ],
      "favorite_count": "1",
      "id_str": "1582825767039926273",
      "truncated": false,
      "retweet_count": "0",
      "id": "1582825767039926273",
      "created_at": "Wed Oct 19 20:07:25 +0000 2022",
      "favorited": false,
      "full_text": "@een_inwoner Dank voor de melding! We kijken ernaar.",
      "lang": "nl",
      "in_reply_to_status_id_str": "1582818875798454281",
      "in_reply_to_status_id": "1582818875798454281",
      "in_reply_to_user_id": "990000001",
      "in_reply_to_user_id_str": "990000001",
      "in_reply_to_screen_name": "een_inwoner"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1582295418270646274"
          ],
          "editableUntil": "2022-10-19T21:07:25.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
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
        "52"
      ],
      "favorite_count": "0",
      "id_str": "1582295418270646274",
      "truncated": false,
      "retweet_count": "0",
      "id": "1582295418270646274",
      "created_at": "Tue Oct 18 09:00:00 +0000 2022",
      "favorited": false,
      "full_text": "RT @provincie_x: De brug bij Waterstad is weer open.",
      "lang": "nl"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1581978328888246273"
          ],
          "editableUntil": "2022-10-19T21:07:25.000Z",
          "editsRemaining": "5",
          "isEditEligible": true
        }
      },
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
        "55"
      ],
      "favorite_count": "3",
      "id_str": "1581978328888246273",
      "truncated": false,
      "retweet_count": "1",
      "id": "1581978328888246273",
      "created_at": "Mon Oct 17 12:00:00 +0000 2022",
      "favorited": false,
      "full_text": "Vanavond raadsvergadering om 20.00 uur, live te volgen.",
      "lang": "nl"
    }
  }
]