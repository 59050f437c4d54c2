# A small office on an ordinary day: baresip and linphone telephone inside, out and in; everyone is challenged.
# linphone does not name itself in every response.
tolerated="neither User-Agent nor Server"
relocate example.com 5060 192.168.2 198.51.100
EXTENSIONS=(21 22 23 24 25 26)
EXISTING='^2[0-9]$'
WEAK=none
LINPHONES=(23 26)
open_office -A WITH_HARDENED
start_office_capture
keep_alive 13
office_day 421 90
play
close_office
