# svmap asks all addresses of an office's network by OPTIONS, a hundred a second, then four ports of
# the few that answered. Meanwhile the office telephones.
open_office
add_attacker scanner 203.0.113.66
start_office_capture udp portrange 5060-5063
keep_alive 9
office_day 31 60
at 12 attack A1 scan scanner 5060 "svmap asks all 256 addresses of the network by OPTIONS, a hundred a second." \
    "$(version_of svmap)" svmap -b 203.0.113.66 -x 203.0.113.66 -P 5060 -t 0.01 192.0.2.0/24
at 30 attack A2 scan scanner 5069 "svmap asks the proxy and eight phones again, on four ports each." \
    "$(version_of svmap)" svmap -b 203.0.113.66 -x 203.0.113.66 -P 5069 -t 0.1 -p 5060-5063 192.0.2.1 192.0.2.11-18
play
wait_for A1 A2
close_office
expect_said A1 '192.0.2.1:5060' "$proxy_name" '192.0.2.18:5060'
