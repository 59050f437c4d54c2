# svwar asks by OPTIONS for extensions of a server that says which of them exist, slowly.
EXTENSIONS=(4501 4502 4503 4504 4505 4506)
EXISTING='^45[0-4][0-9]$'
WEAK=none
open_office
add_attacker one 198.51.100.150
start_office_capture
keep_alive 20
office_day 103 140
at 8 attack A1 scan one 5075 "svwar asks for 4480 to 4579 by OPTIONS, one every 1.2 seconds." \
    "$(version_of svwar)" svwar -b 198.51.100.150 -x 198.51.100.150 -P 5075 -t 1.2 -m OPTIONS -e 4480-4579 192.0.2.1
play
wait_for A1
close_office
