# A monitoring host asks sixteen phones and the server every ten seconds by OPTIONS whether they live.
draw_place
open_office
add_handsets 12 2
add_host monitor "$NET.$(drawn monitor 200 240)"
for round in 1 2 3 4; do
    for user in "${EXTENSIONS[@]}" $(seq "${BLOCK}20" "${BLOCK}31"); do echo "$user;"; done
done | write_list "$scratch/asked.csv"
sipp_list asks "$scratch/asked.csv" "${address_of[monitor]}" 5060 96 -key agent "$(one_of agent 'zabbix-sip 6.4' 'check_sip/1.4 nagios' 'PRTG SIP Options Ping')"
begin
ordinary_day 46
incoming+=(monitor)
at 3 start monitor monitor "${list_command[@]}" "$PROXY:5060"
finish
