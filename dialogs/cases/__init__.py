"""Cases: the requester's form and list, the team's card and actions, and the words of every delivery."""
