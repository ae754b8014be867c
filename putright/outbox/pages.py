"""x"""
outbox=queue=batch=sheets=printed=one=settle=pull_back=other_way=text=withhold=agree=mention=None
