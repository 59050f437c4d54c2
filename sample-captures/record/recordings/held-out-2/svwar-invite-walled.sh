# A svwar inside whose User-Agent was changed asks by INVITE for extensions of a server that
# challenges everyone: no phone rings.
relocate example.org 5060 192.168.50 203.0.113
EXTENSIONS=(811 812 813 814 815 816 817)
EXISTING='^8[0-4][0-9]$'
WEAK=none
open_office -A WITH_HARDENED
add_attacker one 192.168.50.133
disguise "Cisco-SIPGateway/IOS-15.2(4)M6"
start_office_capture
keep_alive 10
office_day 204 70
at 12 attack A1 scan one 5060 "A svwar that says it is a Cisco gateway asks for 800 to 869 by INVITE, and all are challenged alike." \
    "$(version_of svwar), changed to go on when all answers are alike" disguised svwar -b 192.168.50.133 -x 192.168.50.133 -P 5060 -t 0.4 --force -m INVITE -e 800-869 192.168.50.1
play
wait_for A1
close_office
