# A telephone system outside registers its users again and again, one or two of them with an old password, and calls out.
draw_place
open_office -A WITH_ROAMING
add_handsets 5 2.5
pbx=$(stranger pbx)
add_outsider pbx "$pbx"
users=$(drawn users 18 32) stale=$(drawn stale 1 2)
for round in 1 2; do
    for n in $(seq "$users"); do
        user=$BLOCK$((30 + n))
        [ "$round" != 1 ] || echo "$user normal" >>"$scratch/users"
        password=secret$user
        [ "$n" != 3 ] || password=last-year$user
        [ "$n$stale" != 102 ] || password=last-year$user
        echo "$user;$DOMAIN;[authentication username=$user password=$password];"
    done
done | write_list "$scratch/users.csv"
sipp_list guess "$scratch/users.csv" "$pbx" 5060 100 -key agent "$(product pbx)"
registers=("${list_command[@]}")
for n in $(seq 9); do
    user=$BLOCK$((30 + n * 2))
    echo "0555$((n * 7 % 10))01$((10 + n * 17 % 90));$user;[authentication username=$user password=secret$user];"
done | write_list "$scratch/calls.csv"
sed "s#User-Agent: .*#User-Agent: $(product pbx)#" "$parts/sipp/trunk-calls.xml" >"$parts/sipp/outbound.xml"
sipp_list outbound "$scratch/calls.csv" "$pbx" 5062 18
begin
ordinary_day 46
incoming+=(registers outbound)
at 4 start registers pbx "${registers[@]}" "$PROXY:5060"
at 6 start outbound pbx "${list_command[@]}" "$PROXY:5060"
finish
