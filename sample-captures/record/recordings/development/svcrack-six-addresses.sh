# Six hosts share the words that svcrack tries as passwords of one account; the fourth finds it.
# Meanwhile the office telephones, and somebody who sets up a new phone mistypes a password once.
open_office
hosts_of_six=(203.0.113.21 203.0.113.74 203.0.113.133 198.51.100.61 198.51.100.140 198.51.100.209)
for n in 1 2 3 4 5 6; do add_attacker "cracker$n" "${hosts_of_six[n - 1]}"; done
start_office_capture
keep_alive 12
office_day 42 80
at 50 new_phone 1010
words | grep -v "^$WEAK_PASSWORD\$" | sed -n "1,105p" >"$scratch/all-words"
for n in 1 2 3 4 5 6; do
    sed -n "$n~6p" "$scratch/all-words" >"$scratch/words$n"
    [ "$n" != 4 ] || echo "$WEAK_PASSWORD" >>"$scratch/words$n"
    address=${hosts_of_six[n - 1]}
    at "$((8 + 3 * n))" attack "A1-$n" password_cracking "cracker$n" 5060 \
        "Six hosts try words as passwords of 1007, each others; one finds it." "$(version_of svcrack)" \
        svcrack -b "$address" -x "$address" -P 5060 -t 1.2 -u "$WEAK" -d "$scratch/words$n" 192.0.2.1
done
play
wait_for A1-1 A1-2 A1-3 A1-4 A1-5 A1-6
close_office
expect_said A1-4 "$WEAK_PASSWORD"
expect_said A1-1 'found nothing'
