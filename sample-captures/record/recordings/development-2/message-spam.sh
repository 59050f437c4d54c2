# Advertising by MESSAGE for many users of a place whose own phones use TLS.
draw_place
TLS_PHONES=("${EXTENSIONS[@]:0:2}")
TCP_PHONES=("${EXTENSIONS[3]}")
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=$DOMAIN" -keyout "$scratch/key.pem" -out "$scratch/certificate.pem" 2>/dev/null
open_office -A WITH_TCP -A WITH_TLS -A "TLS_KEY=\"$scratch/key.pem\"" -A "TLS_CERTIFICATE=\"$scratch/certificate.pem\""
number=$(drawn users 9 14)
add_handsets "$number" 2
spammer=$(stranger spammer)
add_attacker spammer "$spammer"
for round in 1 2; do
    for n in $(seq 0 $((number - 1))); do echo "$BLOCK$((20 + n));offers$round@$spammer;You have won a telephone. Call 0900 555 01$((10 + n)) today.;"; done
done | write_list "$scratch/messages.csv"
sipp_list message "$scratch/messages.csv" "$spammer" 5062 "$(drawn rate 60 140)" -key agent "$(product spammer)"
begin "port 5060 or port 5061"
ordinary_day 40
at "$(drawn start 11 14)" attack A1 spit:message_spam spammer 5062 "A stranger sends $((2 * number)) MESSAGEs of advertising to $number users." \
    "$(version_of sipp)" "${list_command[@]}" "$PROXY:5060"
finish A1
