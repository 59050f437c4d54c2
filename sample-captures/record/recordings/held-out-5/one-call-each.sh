# Each of many phones makes one answered call to one of three services.
draw_place
open_office
number=$(drawn phones 24 34)
calls=
for n in $(seq 0 $((number - 1))); do
    calls+=${calls:+,}$(printf '{"at":%s.%s,"from":"%s","to":"%s","talk":%s}' $((1 + n)) "$(drawn "at$n" 0 9)" "$BLOCK$((20 + n))" \
        "$BLOCK$((60 + $(drawn "service$n" 0 2)))" "$(drawn "talk$n" 6 18)")
done
sed -i 's/chance="0.35"/chance="0"/' "$parts/sipp/hotline.xml"
add_users service "$NET.120" "${BLOCK}60" "${BLOCK}62"
add_handsets "$number" 0 "\"calls\":[$calls]"
begin
ordinary_day 58
finish
