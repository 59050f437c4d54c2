# svcrack guesses the password of one phone, and an early word is right. Every domain of the server has a realm of its own.
draw_place
WEAK=${BLOCK}0$(drawn weak 1 2)
WEAK_PASSWORD=$(one_of password summer2026 welcome12 phone123 admin1)
TENANT_OF=(["${BLOCK}01"]="north.$DOMAIN" ["${BLOCK}02"]="south.$DOMAIN" ["${BLOCK}21"]="north.$DOMAIN" ["${BLOCK}22"]="south.$DOMAIN")
open_office -A WITH_TENANTS
add_handsets 6 2.2
cracker=$(stranger cracker)
add_attacker cracker "$cracker"
place=$(drawn place 4 11)
words_with "$WEAK_PASSWORD" "$place" >"$scratch/words"
begin
ordinary_day 36
at "$(drawn start 12 18)" attack A1 password_cracking cracker 5071 "svcrack tries words as passwords of $WEAK; word $place is right." \
    "$(version_of svcrack)" svcrack -b "$cracker" -x "$cracker" -P 5071 -t "0.0$(drawn gap 2 9)" -u "$WEAK" -d "$scratch/words" "$PROXY"
finish A1
expect_said A1 "$WEAK_PASSWORD"
