# svmap asks the addresses of an office's network by OPTIONS, one every 2.4 seconds. Meanwhile the
# office telephones.
open_office
add_attacker scanner 198.51.100.77
start_office_capture
keep_alive 22
office_day 32 155
at 5 attack A1 scan scanner 5060 "svmap asks 60 addresses by OPTIONS, one every 2.4 seconds." \
    "$(version_of svmap)" svmap -b 198.51.100.77 -x 198.51.100.77 -P 5060 -t 2.4 192.0.2.1-60
play
wait_for A1
close_office
expect_said A1 '192.0.2.1:5060' "$proxy_name" '192.0.2.18:5060'
