# Four hosts try passwords of one account, each only once in four seconds; none is right.
EXTENSIONS=(1001 1002 1003 1004 1005 1006)
open_office
crackers=(203.0.113.12 203.0.113.177 198.51.100.88 198.51.100.231)
for n in 1 2 3 4; do add_attacker "cracker$n" "${crackers[n - 1]}"; done
start_office_capture
keep_alive 22
office_day 106 155
at 30 new_phone 1012
for n in 1 2 3 4; do
    words | grep -v "^$WEAK_PASSWORD\$" | sed -n "$((20 + n))~7p" | sed -n "1,8p" >"$scratch/words$n"
    at "$((5 + 4 * n))" attack "A1-$n" password_cracking "cracker$n" 5060 \
        "Four hosts try words as passwords of 1002, each others, slowly and in vain." "$(version_of svcrack)" \
        svcrack -b "${crackers[n - 1]}" -x "${crackers[n - 1]}" -P 5060 -t 4 -u 1002 -d "$scratch/words$n" 192.0.2.1
done
play
wait_for A1-1 A1-2 A1-3 A1-4
close_office
expect_said A1-1 'found nothing'
