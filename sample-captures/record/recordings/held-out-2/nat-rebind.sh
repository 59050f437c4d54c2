# Two branch offices behind address translation; one router loses its link twice, and its phones
# register again with new ports.
# The proxy's keep-alives have no Max-Forwards and do not name it; while a router has forgotten its
# phones they have no answer.
tolerated="neither User-Agent nor Server|no Max-Forwards|no final response"
relocate example.org 5060 10.15.0 198.18.44 100.64.80
EXTENSIONS=(701 702 703)
EXISTING='^7[0-4][0-9]$'
WEAK=none
NAT_PORTS=random
open_office -A WITH_NAT -A WITH_ROAMING
REGISTER_SECONDS=24
add_branch 100.64.80.60 10.20.5 704 705 706 707
add_branch 198.18.44.71 192.168.1 720 721
EXTENSIONS=(701 702 703 704 705 706 707 720 721)
start_office_capture
keep_alive 17
office_day 223 120 30-56 75-101
at 31 lose_link branch60
at 76 lose_link branch60
play
close_office
