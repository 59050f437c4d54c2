# Each of 25 phones makes one call in a minute, all to the same two services, and all are answered and talk.
draw_place
open_office
for n in $(seq 0 24); do
    calls+=${calls:+,}$(printf '{"at":%s.%s,"from":"%s","to":"%s","talk":%s}' $((1 + n * 13 / 10)) $((n * 3 % 10)) "$BLOCK$((20 + n))" \
        "$BLOCK$((60 + $(drawn "service$n" 0 1)))" "$(drawn "talk$n" 8 20)")
done
sed -i 's/chance="0.35"/chance="0"/' "$parts/sipp/hotline.xml"
add_users service "$NET.120" "${BLOCK}60" "${BLOCK}61"
add_handsets 25 0 "\"calls\":[$calls]"
begin
ordinary_day 56
finish
