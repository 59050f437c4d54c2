# 1002 transfers 1001 to 1003 (blind).
add_host phone1 192.0.2.11
add_host phone2 192.0.2.12
add_host phone3 192.0.2.13
start_proxy
register phone2 1002
register phone3 1003
start_capture
callee 1002 phone2 callee-transferring -s 1002
callee 1003 phone3 callee -s 1003
caller 1001 phone1 caller-transferred -s 1002 -key user 1001
wait_for 1001 1002 1003
stop_capture
expect phone2 "<INVITE >180 >200 <ACK >REFER <202 <NOTIFY >200 <NOTIFY >200 >BYE <200"
expect phone3 "<INVITE >180 >200 <ACK <BYE >200"
