# Some hosts share words and users among them and guess slowly. Every domain of the server has a realm of its own.
draw_place
WEAK=${BLOCK}2$(drawn weak 0 6)
WEAK_PASSWORD=$(one_of password spring12 admin2025 password0)
TENANT_OF=(["${BLOCK}01"]="north.$DOMAIN" ["${BLOCK}22"]="south.$DOMAIN")
open_office -A WITH_TENANTS
crew=$(drawn hosts 3 5)
add_handsets 9 2
mapfile -t list < <(words_with "$WEAK_PASSWORD" "$(drawn words 6 9)" | sed '$d')
n=0
for number in $(seq "$crew"); do
    add_attacker "guesser$number" "$FOREIGN.$((20 + 37 * number + $(drawn "step$number" 0 12)))"
    for word in "${list[@]}"; do
        user=$BLOCK$((20 + (n + 2 * number) % 9))
        n=$((n + 1))
        echo "$user;$DOMAIN;[authentication username=$user password=$word];"
    done | write_list "$scratch/guesses$number.csv"
done
[ "$(drawn right 0 2)" = 0 ] || echo "$WEAK;$DOMAIN;[authentication username=$WEAK password=$WEAK_PASSWORD];" >>"$scratch/guesses1.csv"
begin
ordinary_day 46
for number in $(seq "$crew"); do
    sipp_list guess "$scratch/guesses$number.csv" "${address_of[guesser$number]}" 5060 "$(drawn rate 13 20)" -key agent "$(product "guesser$number")"
    at "$((9 + number)).$((number * 7 % 10))" attack "A1-$number" password_cracking "guesser$number" 5060 \
        "SIPp on $crew hosts tries words for nine users." "$(version_of sipp)" "${list_command[@]}" "$PROXY:5060"
done
# shellcheck disable=SC2046 # words
finish $(for number in $(seq "$crew"); do echo "A1-$number?"; done)
