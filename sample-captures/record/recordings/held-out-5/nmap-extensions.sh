# nmap asks by its script sip-enum-users which extensions exist, of a telephone system of another make (sip.js).
draw_place
use_pbx
open_office
add_handsets 8 2
add_attacker one "$(stranger one)"
first=$((BLOCK * 100 - $(drawn before 0 25)))
last=$((first + $(drawn users 35 60)))
begin
ordinary_day 44
at "$(drawn start 11 16)" attack A1 scan one 0 "nmap asks by REGISTER for $first to $last." \
    "$(version_of nmap)" nmap -n -Pn -sU -p 5060 --host-timeout 60s --script sip-enum-users \
    --script-args "sip-enum-users.minext=$first,sip-enum-users.maxext=$last,sip-enum-users.padding=4" "$PROXY"
finish A1
