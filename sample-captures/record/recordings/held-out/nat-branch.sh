# Two branch offices behind address translation, with baresip and linphone; the office challenges
# every request.
EXTENSIONS=(801 802 803)
EXISTING='^8[0-4][0-9]$'
WEAK=none
# linphone does not name itself in every response; the proxy's keep-alives have no Max-Forwards.
tolerated="neither User-Agent nor Server|no Max-Forwards"
LINPHONES=(805 832)
open_office -A WITH_NAT -A WITH_ROAMING -A WITH_HARDENED
add_branch 203.0.113.70 10.30.1 804 805 806
add_branch 198.51.100.71 192.168.7 830 831 832 833
EXTENSIONS=(801 802 803 804 805 806 830 831 832 833)
start_office_capture
keep_alive 17
office_day 118 120
play
close_office
