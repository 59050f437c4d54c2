# A branch office behind address translation: its five phones share one address outside; four phones
# are in the office. They telephone with each other and with others.
# The proxy's keep-alives have no Max-Forwards and do not name it.
tolerated="neither User-Agent nor Server|no Max-Forwards"
EXTENSIONS=(1001 1002 1003 1004)
open_office -A WITH_NAT -A WITH_ROAMING
add_branch 198.51.100.60 10.20.0 1005 1006 1008 1009 1010
EXTENSIONS=(1001 1002 1003 1004 1005 1006 1008 1009 1010)
start_office_capture
keep_alive 17
office_day 85 120
play
close_office
