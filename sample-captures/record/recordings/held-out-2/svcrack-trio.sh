# Three hosts in two networks share the words that svcrack tries as passwords of one account; the
# second finds it.
relocate sip.example.com 5060 172.27.16 198.19.1 203.0.113 198.18.77
EXTENSIONS=(501 502 503 504 505 506 507)
EXISTING='^5[0-1][0-9]$'
WEAK=503
WEAK_PASSWORD=monday123
open_office
crackers=(203.0.113.9 203.0.113.218 198.18.77.41)
for n in 1 2 3; do add_attacker "cracker$n" "${crackers[n - 1]}"; done
start_office_capture
keep_alive 12
office_day 207 85
at 30 new_phone 511
words | grep -v "^$WEAK_PASSWORD\$" >"$scratch/all-words"
for n in 1 2 3; do
    sed -n "$n~3p" "$scratch/all-words" >"$scratch/words$n"
    [ "$n" != 2 ] || sed -i "31i$WEAK_PASSWORD" "$scratch/words$n"
    at "$((9 + 5 * n))" attack "A1-$n" password_cracking "cracker$n" "$((5070 + n))" \
        "Three hosts try words as passwords of 503, each others; one finds it." "$(version_of svcrack)" \
        svcrack -b "${crackers[n - 1]}" -x "${crackers[n - 1]}" -P "$((5070 + n))" -t 0.7 -u 503 -d "$scratch/words$n" 172.27.16.1
done
play
wait_for A1-1 A1-2 A1-3
close_office
expect_said A1-2 "$WEAK_PASSWORD"
expect_said A1-1 'found nothing'
