# Five hosts in two networks share the words that svcrack tries as passwords of one account; the
# fourth finds it.
relocate sip.example.net 5060 192.168.119 100.64.40 198.18.150 203.0.113
EXTENSIONS=(7001 7002 7003 7004 7005 7006 7007)
EXISTING='^70[0-2][0-9]$'
WEAK=7006
WEAK_PASSWORD=spring123
open_office
crackers=(198.18.150.61 198.18.150.98 203.0.113.177 203.0.113.44 198.18.150.203)
for n in 1 2 3 4 5; do add_attacker "cracker$n" "${crackers[n - 1]}"; done
start_office_capture
keep_alive 12
office_day 306 82
at 41 new_phone 7011
words | grep -v "^$WEAK_PASSWORD\$" | sed -n '10,104p' >"$scratch/all-words"
for n in 1 2 3 4 5; do
    sed -n "$n~5p" "$scratch/all-words" >"$scratch/words$n"
    [ "$n" != 4 ] || sed -i "17i$WEAK_PASSWORD" "$scratch/words$n"
    at "$((10 + 2 * n))" attack "A1-$n" password_cracking "cracker$n" "$((5060 + n % 3))" \
        "Five hosts try words as passwords of 7006, each others; one finds it." "$(version_of svcrack)" \
        svcrack -b "${crackers[n - 1]}" -x "${crackers[n - 1]}" -P "$((5060 + n % 3))" -t 1.9 -u 7006 -d "$scratch/words$n" 192.168.119.1
done
play
wait_for A1-1 A1-2 A1-3 A1-4 A1-5
close_office
expect_said A1-4 "$WEAK_PASSWORD"
expect_said A1-1 'found nothing'
