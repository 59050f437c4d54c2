# A disguised svcrack guesses the password of one phone at a server that challenges everybody; an early word is right. Phones use TCP and TLS.
draw_place
WEAK=${BLOCK}0$(drawn weak 1 2)
WEAK_PASSWORD=$(one_of password office2026 autumn1 welcome2025 letmein0)
TCP_PHONES=("${BLOCK}01")
TLS_PHONES=("${BLOCK}04")
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=$DOMAIN" -keyout "$scratch/key.pem" -out "$scratch/certificate.pem" 2>/dev/null
open_office -A WITH_HARDENED -A WITH_TCP -A WITH_TLS -A "TLS_KEY=\"$scratch/key.pem\"" -A "TLS_CERTIFICATE=\"$scratch/certificate.pem\""
add_handsets 6 0
cracker=$(stranger cracker)
add_attacker cracker "$cracker"
disguise "$(product cracker)"
place=$(drawn place 3 9)
words_with "$WEAK_PASSWORD" "$place" >"$scratch/words"
begin "port 5060 or port 5061"
ordinary_day 44
at "$(drawn start 12 22)" attack A1 password_cracking cracker "$(drawn port 5062 5099)" "A disguised svcrack tries words as passwords of $WEAK; word $place is right." \
    "$(version_of svcrack), changed" disguised svcrack -b "$cracker" -x "$cracker" -P "$(drawn port 5062 5099)" -t "0.$(drawn gap 1 4)" -u "$WEAK" -d "$scratch/words" "$PROXY"
finish A1
expect_said A1 "$WEAK_PASSWORD"
