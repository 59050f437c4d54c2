# svmap asks all addresses of an office's network by OPTIONS, two hundred a second.
relocate voice.example.net 5060 10.44.7 198.18.4
EXTENSIONS=(21 22 23 24 25 26)
EXISTING='^2[0-9]$'
WEAK=none
open_office
add_attacker scanner 198.18.4.123
start_office_capture
keep_alive 8
office_day 201 55
at 17 attack A1 scan scanner 5066 "svmap asks all addresses of the office's network by OPTIONS, two hundred a second." \
    "$(version_of svmap)" svmap -b 198.18.4.123 -x 198.18.4.123 -P 5066 -t 0.005 10.44.7.0/24
play
wait_for A1
close_office
expect_said A1 '10.44.7.1:5060'
