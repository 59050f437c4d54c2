# svwar and svcrack whose User-Agent was changed to that of a telephone. Meanwhile the office
# telephones.
open_office
add_attacker one 203.0.113.66
start_office_capture
keep_alive 11
office_day 34 80 40-58
disguise "Yealink SIP-T46S 66.84.0.15"
words | sed -n "1,60p" >"$scratch/words"
at 8 attack A1 scan one 5060 "A svwar that says it is a Yealink telephone asks for 1000 to 1059 by OPTIONS." \
    "$(version_of svwar)" disguised svwar -b 203.0.113.66 -x 203.0.113.66 -P 5060 -t 0.1 -m OPTIONS -e 1000-1059 192.0.2.1
at 40 attack A2 scan one 5061 "A svwar that says it is a Yealink telephone asks for 1000 to 1024 by INVITE." \
    "$(version_of svwar)" disguised svwar -b 203.0.113.66 -x 203.0.113.66 -P 5061 -t 0.1 -m INVITE -e 1000-1024 192.0.2.1
at 62 attack A3 password_cracking one 5062 "A svcrack that says it is a Yealink telephone tries sixty words as passwords of 1004." \
    "$(version_of svcrack)" disguised svcrack -b 203.0.113.66 -x 203.0.113.66 -P 5062 -t 0.1 -u 1004 -d "$scratch/words" 192.0.2.1
play
wait_for A1 A2 A3
close_office
expect_said A3 'found nothing'
