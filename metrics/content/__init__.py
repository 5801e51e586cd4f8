"""What own posts are: push, pull or networking, how hard they read, and when they are posted."""
