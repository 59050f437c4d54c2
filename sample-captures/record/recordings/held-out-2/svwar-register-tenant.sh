# svwar asks by REGISTER for five-digit extensions of a server that says which of them exist; it
# listens on port 5160.
relocate tenant7.example.org 5160 10.61.200 198.19.77
EXTENSIONS=(70101 70102 70103 70104 70105 70106 70107)
EXISTING='^701[0-4][0-9]$'
WEAK=none
tshark_options=(-d udp.port==5160,sip)
open_office
add_attacker one 198.19.77.5
start_office_capture udp port 5060 or udp port 5160
keep_alive 10
office_day 203 70
at 14 attack A1 scan one 5061 "svwar asks for 70080 to 70169 by REGISTER, four a second." \
    "$(version_of svwar)" svwar -b 198.19.77.5 -x 198.19.77.5 -P 5061 -p 5160 -t 0.25 -e 70080-70169 10.61.200.1
play
wait_for A1
close_office
expect_said A1 '70101' '70149'
