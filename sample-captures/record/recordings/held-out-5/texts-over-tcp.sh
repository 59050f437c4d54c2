# A stranger sends many users the same text by MESSAGE, over one TCP connection.
draw_place
TCP_PHONES=("${EXTENSIONS[1]}")
open_office -A WITH_TCP
number=$(drawn users 8 14)
add_handsets "$number" 2
spammer=$(stranger spammer)
add_attacker spammer "$spammer"
for n in $(seq 0 $((number - 1))); do echo "$BLOCK$((20 + n));support@$spammer;Your account is locked. Confirm at http://login.$DOMAIN.invalid/$n;"; done | write_list "$scratch/messages.csv"
sipp_list message "$scratch/messages.csv" "$spammer" 5060 "$(drawn rate 25 60)" -key agent "$(product spammer)" -t t1
begin "port 5060"
ordinary_day 42
at "$(drawn start 10 14)" attack A1 spit:message_spam spammer 0 "A stranger sends $number users a MESSAGE each over TCP." \
    "$(version_of sipp)" "${list_command[@]}" "$PROXY:5060"
finish A1
