# svcrack tries numbers as passwords of one account of a server that challenges everyone; none is
# right.
relocate example.org 5060 10.9.8 198.18.200
EXTENSIONS=(401 402 403 404 405 406)
EXISTING='^4[0-1][0-9]$'
WEAK=none
open_office -A WITH_HARDENED
add_attacker cracker 198.18.200.9
start_office_capture
keep_alive 9
office_day 206 60
at 13 attack A1 password_cracking cracker 5099 "svcrack tries the numbers from 2000 to 2149 as passwords of 405, ten a second." \
    "$(version_of svcrack)" svcrack -b 198.18.200.9 -x 198.18.200.9 -P 5099 -t 0.1 -u 405 -r 2000-2149 10.9.8.1
play
wait_for A1
close_office
expect_said A1 'found nothing'
