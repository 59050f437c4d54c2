# A computer inside looks for telephones on its own network by REGISTER, and outside by OPTIONS.
open_office
add_attacker guest 192.0.2.99
start_office_capture
keep_alive 12
office_day 101 85
at 10 attack A1 scan guest 5060 "svmap on a computer inside asks 50 addresses of the office's network by REGISTER, one a second." \
    "$(version_of svmap)" svmap -b 192.0.2.99 -x 192.0.2.99 -P 5060 -t 1 -m REGISTER 192.0.2.1-50
play
wait_for A1
close_office
