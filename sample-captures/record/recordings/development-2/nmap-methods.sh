# nmap asks many addresses of the place by its script sip-methods what they are.
draw_place
open_office
add_handsets 8 2
add_attacker scanner "$(stranger scanner)"
begin
ordinary_day 40
last=$(drawn last 24 40)
at "$(drawn start 12 16)" attack A1 scan scanner 0 "nmap asks $last addresses by OPTIONS what they can do." \
    "$(version_of nmap)" nmap -n -Pn -sU -T4 --max-retries 1 --host-timeout 20s -p 5060 --script sip-methods "$NET.1-$last"
finish A1
