Console.WriteLine("ChecklistBot");
