# Behind the one address of an SBC register some thirty users again and again; two of them have an old password.
draw_place
open_office -A WITH_ROAMING
add_handsets 5 2.5
sbc=$(stranger sbc)
add_outsider sbc "$sbc"
users=$(drawn users 26 33)
stale1=$BLOCK$((30 + $(drawn stale1 1 12))) stale2=$BLOCK$((30 + $(drawn stale2 13 24)))
for round in 1 2 3; do
    for n in $(seq 1 "$users"); do
        user=$BLOCK$((30 + n)) password=secret$BLOCK$((30 + n))
        [ "$round" != 1 ] || echo "$user normal" >>"$scratch/users"
        case $user in "$stale1" | "$stale2") password=before$user ;; esac
        echo "$user;$DOMAIN;[authentication username=$user password=$password];"
    done
done | write_list "$scratch/users.csv"
sipp_list guess "$scratch/users.csv" "$sbc" 5060 150 -key agent "AudioCodes-Mediant SBC/7.40A.250"
begin
ordinary_day 42
incoming+=(sbc)
at 4 start sbc sbc "${list_command[@]}" "$PROXY:5060"
finish
