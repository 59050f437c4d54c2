# svmap asks 36 addresses of an office's network by REGISTER, one every four seconds.
relocate pbx.example.com 5060 172.20.3 100.64.9
EXTENSIONS=(411 412 413 414 415 416 417)
EXISTING='^4[0-9][0-9]$'
WEAK=none
open_office
add_attacker scanner 100.64.9.114
start_office_capture
keep_alive 23
office_day 202 165
at 9 attack A1 scan scanner 5091 "svmap asks 36 addresses by REGISTER, one every four seconds." \
    "$(version_of svmap)" svmap -b 100.64.9.114 -x 100.64.9.114 -P 5091 -t 4 -m REGISTER 172.20.3.1-36
play
wait_for A1
close_office
