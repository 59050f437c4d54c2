# Two svcracks of one host try passwords of two accounts at the same time; that of one is found.
# Meanwhile the office telephones, and somebody who sets up a new phone mistypes a password once.
open_office
add_attacker cracker 203.0.113.66
start_office_capture
keep_alive 10
office_day 41 70
at 6 new_phone 1009
words >"$scratch/words"
words | tail -n +20 | sed '/^welcome1$/d' >"$scratch/words2"
at 12 attack A1 password_cracking cracker 5060 "svcrack tries words as passwords of 1007 until one is right." \
    "$(version_of svcrack)" svcrack -b 203.0.113.66 -x 203.0.113.66 -P 5060 -t 0.15 -u "$WEAK" -d "$scratch/words" 192.0.2.1
at 14 attack A2 password_cracking cracker 5062 "svcrack tries words as passwords of 1002, in vain." \
    "$(version_of svcrack)" svcrack -b 203.0.113.66 -x 203.0.113.66 -P 5062 -t 0.2 -u 1002 -d "$scratch/words2" 192.0.2.1
play
wait_for A1 A2
close_office
expect_said A1 "$WEAK_PASSWORD"
expect_said A2 'found nothing'
