# svcrack tries words as passwords of 1003, quickly, and numbers as passwords of 1005, slowly and
# from another place; no password is found. Meanwhile the office telephones.
open_office
add_attacker fast 203.0.113.66
add_attacker slow 198.51.100.77
start_office_capture
keep_alive 12
office_day 15 85
words | grep -v "^$WEAK_PASSWORD\$" >"$scratch/words"
at 10 attack A1 password_cracking slow 5071 "svcrack tries the numbers from 1000 to 1049 as passwords of 1005, slowly." \
    "$(version_of svcrack)" svcrack -b 198.51.100.77 -x 198.51.100.77 -P 5071 -t 0.6 -u 1005 -r 1000-1049 192.0.2.1
at 30 attack A2 password_cracking fast 5060 "svcrack tries words as passwords of 1003, in vain." \
    "$(version_of svcrack)" svcrack -b 203.0.113.66 -x 203.0.113.66 -P 5060 -t 0.05 -u 1003 -d "$scratch/words" 192.0.2.1
play
wait_for A1 A2
close_office
expect_said A1 'found nothing'
expect_said A2 'found nothing'
