# Three home routers translate the addresses of two phones each, which register at the office and telephone.
# The proxy's keep-alives have no Max-Forwards and do not name it.
tolerated="neither User-Agent nor Server|no Max-Forwards"
relocate example.org 5060 10.91.3 198.18.80 100.64.119
EXTENSIONS=(611 612)
EXISTING='^6[1-5][0-9]$'
WEAK=none
open_office -A WITH_NAT -A WITH_ROAMING
add_branch 100.64.119.21 192.168.178 621 622
add_branch 100.64.119.84 192.168.0 631 632
add_branch 198.18.80.133 192.168.1 641 642
EXTENSIONS=(611 612 621 622 631 632 641 642)
start_office_capture
keep_alive 12
office_day 425 85
play
close_office
