# Two scans of an office's network from outside, by svmap: a fast one with OPTIONS, a slow one with
# INVITEs. Meanwhile the office telephones.
open_office
add_attacker fast 203.0.113.66
add_attacker slow 198.51.100.77
start_office_capture
keep_alive 10
office_day 12 75
at 12 attack A1 scan fast 5060 "svmap asks all 256 addresses of the network by OPTIONS who is there." \
    "$(version_of svmap)" svmap -b 203.0.113.66 -x 203.0.113.66 -P 5060 -t 0.02 192.0.2.0/24
at 20 attack A2 scan slow 5071 "svmap asks 40 addresses by INVITE, one every 1.2 seconds." \
    "$(version_of svmap)" svmap -b 198.51.100.77 -x 198.51.100.77 -P 5071 -t 1.2 -m INVITE 192.0.2.1-40
play
wait_for A1 A2
close_office
expect_said A1 '192.0.2.1:5060' "$proxy_name" '192.0.2.18:5060'
